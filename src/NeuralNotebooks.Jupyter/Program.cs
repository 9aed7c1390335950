using NeuralNotebooks.Jupyter;

if (args is [var connectionFile])
    return KernelProgram.Run(connectionFile);

Console.Error.WriteLine("This program is started by Jupyter, with a connection file. To make it known to Jupyter, use nn kernel install.");
return 64;
