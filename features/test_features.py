"""All features are collected here."""

from pytest_bdd import scenarios

scenarios(".")
