using NeuralNotebooks.Judge;

switch (args)
{
    case [CompilerProgram.Verb]:
        return CompilerProgram.Run();
    case [EvaluatorProgram.Verb]:
        return EvaluatorProgram.Run();
    default:
        Console.Error.WriteLine(
            "This program is started by nn grade, once for each task of a submission. To grade assignments, "
                + "use nn grade.");
        return 64;
}
