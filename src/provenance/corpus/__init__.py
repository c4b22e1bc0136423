"""What documents have to do with one another: copies, first sources, credit, and voices that are one."""
