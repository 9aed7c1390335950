using NeuralNotebooks.Jupyter;

if (args is [var connectionFile])
    return KernelProgram.Run(connectionFile);

Console.Error.WriteLine(
    "This program is started by Jupyter, with a connection file. To register it with Jupyter, run nn kernel install.");
return SystemExit.Usage;
