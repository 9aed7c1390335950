@rem Builds the command-line tool if it has changed, and runs it in the current folder.
@dotnet run --project "%~dp0src/NeuralNotebooks.Cli" -- %*
