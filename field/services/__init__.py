"""One file a stage, one public function an act, one transaction a call."""
