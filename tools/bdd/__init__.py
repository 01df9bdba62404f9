"""What the tools around the features share: the tree of scenarios, the rows they answer for, the results of a run."""
