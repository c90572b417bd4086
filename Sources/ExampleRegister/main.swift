print("styrgraf-example")
