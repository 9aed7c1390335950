namespace NeuralNotebooks.Plotting.Tests;

/// <summary>Arguments of which no picture can be made.</summary>
public class InvalidArgumentTests
{
    private const string File = "Plots/InvalidArguments";

    private static readonly WrittenCalls _calls = new(
        File,
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using NeuralNotebooks;
        using NeuralNotebooks.Plotting;
        using NeuralNotebooks.Plotting.Tests;
        using Plotly.NET;
        using static NeuralNotebooks.Plotting.Controls;
        using static NeuralNotebooks.Plotting.Plot;
        using static NeuralNotebooks.Plotting.Tests.Samples;
        using M = NeuralNotebooks.Matrix<double>;
        """);

    [Theory]
    [FactsOf(File)]
    public void Arguments_that_cannot_be_drawn_throw_an_exception_with_the_reason(string picture) =>
        _calls.Check(picture);
}
