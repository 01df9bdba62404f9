"""What every feature runs with."""

from features.support.plugin import *  # noqa: F403 - pytest finds hooks and fixtures by their names in this module
from features.support.steps import *  # noqa: F403 - pytest-bdd finds steps the same way
