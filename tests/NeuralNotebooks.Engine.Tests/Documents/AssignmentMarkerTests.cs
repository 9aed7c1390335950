namespace NeuralNotebooks.Engine.Tests;

public class AssignmentMarkerTests
{
    [Theory]
    [Cases(
        "// MISTAKE gate: the sign is wrong\nint F(int x) => -x;", true,
        "  // MISTAKE gate : the sign is wrong", true,
        "// MISTAKES gate: Check.Gate\nint F(int x) => Wrong(x);", true,
        "// FORBIDDEN gate\nint F(int x) => -x;", true,
        "// ALLOWED gate\r\nint F(int x) => -x;", true,
        "// MISTAKEs are instructive\n1", false,
        "// FORBIDDEN gate is a film\n2", false,
        "// MISTAKE 3 of the first edition\n2", false,
        "\n// MISTAKE gate: not in the first line\n3", false,
        "int F(int x) => x;", false)]
    public void Mistakes_and_lists_of_an_assignment_are_never_run_and_other_comments_are_comments(
        string code, bool isLeftOut) =>
        Assert.Equal(isLeftOut, AssignmentMarker.IsForGradingOnly(code));
}
