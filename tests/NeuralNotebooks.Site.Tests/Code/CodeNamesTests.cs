namespace NeuralNotebooks.Site.Tests;

public sealed class CodeNamesTests
{
    [Theory]
    [Cases("n++;", "--n;", "n = 1;", "n[0] = 1;", "int n = 1;")]
    public void A_change_of_a_variable_defines_it(string code) => Assert.Equal(["n"], CodeNames.Of(code).Defines);

    [Theory]
    [Cases("-n", "!n", "n!", "~n", "^n", "n[0]", "n == 1")]
    public void Another_operator_does_not_define_its_variable(string code)
    {
        var names = CodeNames.Of(code);

        Assert.Empty(names.Defines);
        Assert.Equal(["n"], names.Reads);
    }
}
