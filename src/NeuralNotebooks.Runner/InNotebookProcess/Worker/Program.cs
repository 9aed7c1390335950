using NeuralNotebooks.Runner;
using NeuralNotebooks.Runner.InNotebookProcess;

if (args is [WorkerProtocol.Verb, var pipeName, .. var kitScript])
    return WorkerProgram.Run(pipeName, kitScript.FirstOrDefault());

Console.Error.WriteLine(
    "This program is started by the notebook runner, once for each notebook. To run notebooks, use nn run.");
return SystemExit.Usage;
