using System.Text.RegularExpressions;

namespace NeuralNotebooks.Engine.Tests;

public partial class SourceTests
{
    [Fact]
    public void The_engine_names_no_course_no_teacher_and_no_charts()
    {
        string engine = Repository.At("src/NeuralNotebooks.Engine");
        Assert.Empty(
            from file in Directory.EnumerateFiles(engine, "*.cs*", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(engine, file)
            where path.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj")
            from Match word in Word().Matches(File.ReadAllText(file))
            select $"{path}: {word.Value}"
        );
    }

    [GeneratedRegex(
        @"MISTAKE|FORBIDDEN|ALLOWED|kit\.csx|KitScript|Plotly|GenericChart|[Cc]harts?\b"
            + @"|\b[Cc]ourses?\b|[Tt]eacher|[Ss]tudent"
    )]
    private static partial Regex Word();
}
