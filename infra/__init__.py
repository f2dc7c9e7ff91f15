"""What stands around the nodes: nginx, Prometheus, Grafana."""
