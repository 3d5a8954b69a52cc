"""Truth of every nbody workload, computed by REBOUND (Rein & Liu 2012) with its leapfrog integrator.

The published program kicks (velocities from the positions) and then drifts (positions from the new
velocities). REBOUND's step is half a drift, a kick, half a drift. Writing K and D for the two and reading from
right to left, n steps of the published kind are

    (D K)^n = D(1/2) (D(1/2) K D(1/2))^n D(-1/2)

so positions go back by half a step before REBOUND runs, and forward by half a step after it. The numbers
differ from those of the published program only by rounding, far below the nine decimals that are compared.

python3 -m venv venv && venv/bin/pip install rebound==5.2.2
venv/bin/python scripts/reference/nbody.py [WORKLOAD...]
"""

import array
import hashlib
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

import rebound

STEP = 0.01
NUMBERS = 7
BODIES = 5
# Energies of the canonical system after so many steps, as the Benchmarks Game publishes them.
PUBLISHED = {0: "-0.169075164", 1000: "-0.169087605", 5_000_000: "-0.169083134"}


def inputs(workload: str) -> tuple[dict, list[list[float]]]:
    """Parameters of a workload, and its systems as Crossover generates them."""
    script = Path(__file__).with_name("write-inputs.ts")
    with tempfile.TemporaryDirectory() as folder:
        command = ["node", "--conditions=source", str(script), "nbody", workload, folder]
        parameters = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        numbers = array.array("d", Path(folder, "initial.bin").read_bytes())
    size = BODIES * NUMBERS
    return parameters, [list(numbers[i : i + size]) for i in range(0, len(numbers), size)]


def energies(system: list[float], steps: int) -> tuple[str, str]:
    """Energy before the first step and after the last."""
    simulation = rebound.Simulation()
    simulation.G = 1.0
    simulation.integrator = "leapfrog"
    simulation.dt = STEP
    for i in range(0, len(system), NUMBERS):
        x, y, z, vx, vy, vz, mass = system[i : i + NUMBERS]
        simulation.add(x=x, y=y, z=z, vx=vx, vy=vy, vz=vz, m=mass)
    before = simulation.energy()
    drift(simulation, -STEP / 2)
    simulation.steps(steps)
    simulation.synchronize()
    drift(simulation, STEP / 2)
    return f"{before:.9f}", f"{simulation.energy():.9f}"


def drift(simulation: rebound.Simulation, time: float) -> None:
    """Moves all bodies on with their velocities."""
    for body in simulation.particles:
        body.x += time * body.vx
        body.y += time * body.vy
        body.z += time * body.vz


def check_canonical(system: list[float]) -> None:
    """System 0 is that of the Benchmarks Game: Jupiter's orbit as published, and no momentum."""
    jupiter = system[NUMBERS : 2 * NUMBERS]
    published = [4.84143144246472090e00, 1.66007664274403694e-03 * 365.24, 9.54791938424326609e-04 * 4 * math.pi**2]
    if not all(map(math.isclose, [jupiter[0], jupiter[3], jupiter[6]], published)):
        raise SystemExit("system 0 is not the published one")


print(f"rebound {rebound.__version__}")
for workload in sys.argv[1:] or ["smoke", "small", "medium", "large"]:
    parameters, systems = inputs(workload)
    check_canonical(systems[0])
    lines = [" ".join(energies(system, parameters["steps"])) for system in systems]
    before, after = lines[0].split()
    if (before, after) != (PUBLISHED[0], PUBLISHED[parameters["steps"]]):
        raise SystemExit(f"{workload}: {lines[0]} is not what is published")
    digest = hashlib.md5(("\n".join(lines) + "\n").encode()).hexdigest()
    print(f"{workload} {lines[0]} md5:{digest}", flush=True)
