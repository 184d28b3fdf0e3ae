"""What a report shows of runs; how it looks is the page's business."""
