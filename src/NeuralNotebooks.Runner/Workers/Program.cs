using NeuralNotebooks.Runner;

if (args is [WorkerProgram.Verb, var pipeName])
    return WorkerProgram.Run(pipeName);

Console.Error.WriteLine("This program is started by the notebook runner, once for each notebook. To run notebooks, use nn run.");
return 64;
