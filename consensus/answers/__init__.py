"""Answers: what people say in the steps, and what their answers come to together."""
