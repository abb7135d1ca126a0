"""What every test here shares."""

import pytest
from hypothesis import settings

# The helpers that assert for their caller must say what differed, as a test itself does.
pytest.register_assert_rewrite("tests.consensus.given")

# The same examples each time, and no deadline: a busy machine must not make a test fail.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")
