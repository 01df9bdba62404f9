"""What every feature runs with."""

from features.support.plugin import *  # noqa: F403 - pytest finds hooks and fixtures by their names in this module
