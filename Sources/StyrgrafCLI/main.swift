print("styrgraf")
