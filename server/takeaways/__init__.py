"""What people take home from a training session, as layouts that every kind of file is made of."""
