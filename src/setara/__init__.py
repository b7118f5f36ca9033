"""Setara: the working system of a local government's gender mainstreaming."""
