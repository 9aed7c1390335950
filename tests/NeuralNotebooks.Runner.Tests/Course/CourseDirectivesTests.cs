using System.Text.RegularExpressions;

namespace NeuralNotebooks.Runner.Tests;

public class CourseDirectivesTests
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
        "\n// MISTAKE gate: not in the first line\n3", false,
        "int F(int x) => x;", false
    )]
    public void Mistakes_and_lists_of_an_assignment_are_never_run_and_other_comments_are_comments(
        string code,
        bool isLeftOut
    ) =>
        Assert.Equal(isLeftOut, CourseDirectives.Of(kitScript: null).LeavesOut(code));

    [Theory]
    [Cases(
        "The type 'GenericChart' exists in both 'Plotly.NET.Offline, Version=1.0.0.0' and 'Plotly.NET'", true,
        "'Chart' does not contain a definition for 'Point3D'", false,
        "The name 'Chart' does not exist in the current context", false
    )]
    public void How_to_get_all_of_Plotly_NET_is_said_only_if_the_kit_is_loaded(string message, bool isSaid) =>
        Assert.Equal(isSaid, CourseDirectives.Of(kitScript: null).Advice(message) is not null);

    /// <summary>Messages of the compiler about each chart and style of Plotly.NET that the kit has.</summary>
    public static TheoryData<string> Messages =>
        [
            .. Regex
                .Matches(
                    Repository.Read("tests/Plotly.NET.Offline.Tests/Golden/api.txt").Split("## ")
                        .Where(type => type.StartsWith("Plotly.NET.CSharp.", StringComparison.Ordinal))
                        .Aggregate("", (all, type) => all + type),
                    @"GenericChart (\w+)<|GenericChart (WithTraceInfo)"
                )
                .Select(member => member.Groups[1].Value + member.Groups[2].Value)
                .Distinct()
                .Select(method => $"The best overload for '{method}' does not have a parameter named 'Marker'"),
        ];

    [Theory]
    [MemberData(nameof(Messages))]
    public void An_argument_that_the_kit_lacks_is_one_of_Plotly_NET(string message) =>
        Assert.True(CourseDirectives.IsAboutCharts(message));

    [Theory]
    [Cases(
        "'Chart' does not contain a definition for 'Point3D'", true,
        "The best overload for 'Train' does not have a parameter named 'Rate'", false,
        "The name 'Chart' does not exist in the current context", false
    )]
    public void A_missing_member_of_a_chart_is_one_of_Plotly_NET_and_other_missing_names_are_not(
        string message,
        bool isAboutCharts
    ) =>
        Assert.Equal(isAboutCharts, CourseDirectives.IsAboutCharts(message));
}
