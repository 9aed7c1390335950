using NeuralNotebooks.Runner;

if (args is [WorkerEnvironment.Verb, var pipeName, .. var kitScript])
    return WorkerProgram.Run(pipeName, kitScript.FirstOrDefault());

Console.Error.WriteLine(
    "This program is started by the notebook runner, once for each notebook. To run notebooks, use nn run.");
return SystemExit.Usage;
