using Xunit.Sdk;

namespace NeuralNotebooks.Tests;

public sealed class ApprovedTextsTests : IDisposable
{
    private readonly string _file = $"of-a-test-{Guid.NewGuid():N}";

    public ApprovedTextsTests() => File.WriteAllText(At("approved"), "# a\none\n\n# b\ntwo\n");

    public void Dispose()
    {
        File.Delete(At("approved"));
        File.Delete(At("received"));
    }

    [Fact]
    public void Failed_tests_replace_the_received_file_of_an_earlier_run()
    {
        File.WriteAllText(At("received"), "# a\nof an earlier run\n");

        ApprovedTexts.Check(_file, "a", "one\n");
        Assert.ThrowsAny<XunitException>(() => ApprovedTexts.Check(_file, "b", "three\n"));
        Assert.ThrowsAny<XunitException>(() => ApprovedTexts.Check(_file, "c", "four\n"));

        Assert.Equal("# b\nthree\n\n# c\nfour\n\n", File.ReadAllText(At("received")));
    }

    private string At(string kind) => Path.Combine(AppContext.BaseDirectory, $"{_file}.{kind}.txt");
}
