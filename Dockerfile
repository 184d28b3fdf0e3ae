# The service, as it runs: no build tools, no root, nothing written (docker run --read-only --cap-drop=ALL).
FROM python:3.11-slim AS build
WORKDIR /src
COPY requirements.lock ./
RUN python -m venv /app && /app/bin/python -m pip install --no-cache-dir --require-hashes --no-deps -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY service service
COPY prompts prompts
COPY eval eval
RUN /app/bin/python -m pip wheel --no-deps --no-build-isolation --wheel-dir /wheels . \
    && /app/bin/python -m pip install --no-cache-dir --no-deps /wheels/*.whl \
    && /app/bin/python -m pip uninstall --yes hatchling editables pip

FROM python:3.11-slim
COPY --from=build /app /app
# The bytecode was compiled above; at run time nothing is written.
ENV PATH=/app/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    UNBLAND_HOST=0.0.0.0 \
    UNBLAND_REQUIRE_KEYS=true \
    UNBLAND_PORT=8080
USER 10001:10001
WORKDIR /tmp
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"UNBLAND_PORT\"]}/healthz', timeout=2)"]
ENTRYPOINT ["unbland"]
CMD ["serve"]
