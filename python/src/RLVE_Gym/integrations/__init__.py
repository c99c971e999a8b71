"""RLVE-Gym in the training loops people have, a module a library; each library is optional."""
