using NeuralNotebooks.Judge;

switch (args)
{
    case [CompilerProgram.Verb]:
        return CompilerProgram.Run();
    case [EvaluatorProgram.Verb]:
        return EvaluatorProgram.Run();
    default:
        Console.Error.WriteLine("nn grade and nn assign check start this program. To grade assignments, use nn grade.");
        return 64;
}
