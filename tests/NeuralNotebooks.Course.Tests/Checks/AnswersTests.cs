namespace NeuralNotebooks.Course.Tests;

/// <summary>Answers and the verdicts on them: wrong ones that no table of mistakes lists, right ones that are computed
/// in another way than in the check, those of functions that make up the reader's own network, and answers of notebook
/// 01 in a class of the reader's. <see cref="MistakesTests"/> tries the tables, and another order of operations.
/// Notebooks.Tests runs the solutions of the notebooks and of the assignments.</summary>
public class AnswersTests
{
    private static readonly ConcurrentDictionary<string, WrittenCalls> _files = new();

    [Theory]
    [FactsOf("Checks/Answers", "Checks/RightAnswers", "Checks/PieceAnswers", "Checks/NodeChecks")]
    public void An_answer_gets_its_verdict(string file, string fact) =>
        _files.GetOrAdd(file, _ => new(file, Usings, verdict => $"{((Verdict)verdict!).OnStep(3)}")).Check(fact);

    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using NeuralNotebooks;
        using NeuralNotebooks.Course;
        using NeuralNotebooks.Plotting.Tests;
        using static NeuralNotebooks.Course.Tests.Answers;
        using static NeuralNotebooks.Course.Tests.NodeAnswers;
        using static NeuralNotebooks.Course.Tests.PieceAnswers;
        using M = NeuralNotebooks.Matrix<double>;
        using S = NeuralNotebooks.Matrix<float>;
        """;
}
