#!/bin/bash
# Builds the image of a Gradescope autograder. In the zip are source/ and nn's package, unless $FEED has that.
set -e
apt-get update && apt-get install -y bubblewrap dotnet-sdk-10.0 python3
dotnet tool install --tool-path /opt/nn --source "${FEED:-/autograder/source}" NeuralNotebooks.Cli
chmod 700 /autograder/source
