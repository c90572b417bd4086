DeepStack.run { Styrgraf.run() }
