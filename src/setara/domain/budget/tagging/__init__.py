"""Marking budget lines as gender responsive: on what grounds and with how much money."""
