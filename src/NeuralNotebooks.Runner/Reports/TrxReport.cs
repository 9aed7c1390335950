using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>Visual Studio's test results, as Azure Pipelines and the report actions of GitHub read them: a class per
/// notebook, a test per cell.</summary>
internal static class TrxReport
{
    private static readonly XNamespace _ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Constants of the format: the type id of a unit test, and the id of the list "Results Not in a
    /// List".</summary>
    private const string UnitTest = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b",
        NoList = "8c84fa94-04c1-424b-9868-57a2d4851a1d";

    public static string Write(RunSummary summary)
    {
        Test[] tests =
        [
            .. summary.Runs.SelectMany(ReportCase.Of).Select((one, i) => new Test(
                one,
                Id($"{one.Notebook.Path}\n{one.Name}\n{i}"),
                Guid.NewGuid()
            )),
        ];
        DateTimeOffset start = summary.Started, end = start + summary.Duration;
        int passed = Count(CellStatus.Passed),
            failed = Count(CellStatus.Failed),
            timedOut = Count(CellStatus.TimedOut),
            notRun = Count(CellStatus.NotRun);
        XElement root = XmlText.Element($"""
            <TestRun id="{Guid.NewGuid()}" name="notebooks {start:o}">
              <Times creation="{start:o}" queuing="{start:o}" start="{start:o}" finish="{end:o}" />
              <Results>{tests.Select(test => Result(test, start))}</Results>
              <TestDefinitions>{tests.Select(Definition)}</TestDefinitions>
              <TestEntries>{tests.Select(Entry)}</TestEntries>
              <TestLists>
                <TestList name="Results Not in a List" id="{NoList}" />
              </TestLists>
              <ResultSummary outcome="{(failed + timedOut > 0 ? "Failed" : "Completed")}">
                <Counters total="{tests.Length}" executed="{tests.Length - notRun}" passed="{passed}"
                    failed="{failed}" error="0" timeout="{timedOut}" notExecuted="{notRun}" />
              </ResultSummary>
            </TestRun>
            """);
        foreach (XElement element in root.DescendantsAndSelf())
            element.Name = _ns + element.Name.LocalName;
        return XmlText.Write(root);

        int Count(CellStatus status) => tests.Count(test => test.Case.Cell.Status == status);
    }

    private static XElement Result(Test test, DateTimeOffset started) => XmlText.Element($"""
        <UnitTestResult executionId="{test.Execution}" testId="{test.Id}" testName="{test.Name}"
            computerName="{Environment.MachineName}" duration="{test.Case.Cell.Duration}" startTime="{started:o}"
            endTime="{started + test.Case.Cell.Duration:o}" testType="{UnitTest}" outcome="{Outcome(test)}"
            testListId="{NoList}">{Output(test.Case)}</UnitTestResult>
        """);

    private static string Outcome(Test test) => test.Case.Cell.Status switch
    {
        CellStatus.NotRun => "NotExecuted",
        CellStatus.TimedOut => "Timeout",
        var status => status.ToString(),
    };

    private static XElement? Output(ReportCase one)
    {
        XElement? error = one.Cell.Error is { } problem
            ? XmlText.Element($"""
                <ErrorInfo>
                  <Message>{$"{problem.Where}: {problem.Message}"}</Message>
                  <StackTrace>{one.Details}</StackTrace>
                </ErrorInfo>
                """)
            : null;
        XElement output = XmlText.Element($"""
            <Output>
              {one.Printed("StdOut", StreamName.Stdout)} {one.Printed("StdErr", StreamName.Stderr)} {error}
            </Output>
            """);
        return output.HasElements ? output : null;
    }

    private static XElement Definition(Test test) => XmlText.Element($"""
        <UnitTest name="{test.Name}" storage="{test.Case.Notebook.Path}" id="{test.Id}">
          <Execution id="{test.Execution}" />
          <TestMethod codeBase="{test.Case.Notebook.Path}" adapterTypeName="executor://neuralnotebooks"
              className="{test.Case.ClassName}" name="{test.Case.Name}" />
        </UnitTest>
        """);

    private static XElement Entry(Test test) => XmlText.Element($"""
        <TestEntry testId="{test.Id}" executionId="{test.Execution}" testListId="{NoList}" />
        """);

    /// <summary>An id that is the same in every run, so that a build server can track the test.</summary>
    private static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    private sealed record Test(ReportCase Case, Guid Id, Guid Execution)
    {
        public string Name => $"{Case.Notebook.FileName}, {Case.Name}";
    }
}
