Styrgraf.run()
