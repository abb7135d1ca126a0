"""`python -m bench live`: the live room under load, beside other servers."""

from bench.live.command import main

if __name__ == "__main__":
    raise SystemExit(main())
