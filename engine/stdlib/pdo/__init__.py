"""PDO, with the one driver there is: pgsql, over the node's sessions."""
