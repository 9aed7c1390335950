namespace NeuralNotebooks.Benchmarks.Tests;

public class SpeedPageTests
{
    private static readonly SpeedPeak[] _peaks = [new(1, 100), new(2, 200)];

    private static readonly SpeedReport _ladder = new(
        "gemm",
        "A <fast> CPU",
        2,
        512,
        "GFLOP/s",
        _peaks,
        [
            new("Naive", "32", 1, 1.5, 0.015),
            new("Multiply", "32", 1, 90, 0.9),
            new("Multiply", "64", 1, 95.04, 0.95),
            new("Multiply", "64", 2, 170, 0.85),
        ],
        ["At n = 64 the slow stages are left out."],
        "gemm.html"
    );

    private static readonly SpeedReport _training = new(
        "train",
        "Some CPU",
        2,
        256,
        "examples/s",
        _peaks,
        [
            new("Digits", "64-64-10, batch 32, Adam", 1, 2_512_345.6, 0.42),
            new("Digits", "64-64-10, batch 32, Adam", 2, 999_700, 0.2),
        ],
        [],
        "train.html"
    );

    [Fact]
    public void The_ladder_has_a_line_for_each_stage_and_a_column_for_each_size()
    {
        using IDisposable comma = DecimalComma.Begin();
        string page = SpeedPage.Html(_ladder);

        page.ShouldContain(
            "A &lt;fast&gt; CPU, 2 cores, vectors of 512 bits.",
            "is 100 GFLOP/s on 1 thread and 200 GFLOP/s on 2 threads.",
            ">32</th><th scope=\"col\" class=\"number\">64</th></tr>",
            ">Naive</th><td class=\"number\">1.5 <small>2%</small></td><td class=\"number\"></td></tr>",
            ">Multiply, 2 threads</th><td class=\"number\"></td><td class=\"number\">170.0 "
                + "<small>85%</small></td></tr>",
            "<p>At n = 64 the slow stages are left out.</p>"
        );
    }

    [Fact]
    public void The_picture_of_the_ladder_has_every_stage_below_a_roof_for_each_number_of_threads()
    {
        using IDisposable comma = DecimalComma.Begin();
        string words = LadderPicture.Of(_ladder).AlternativeText, page = SpeedPage.Html(_ladder);

        words.ShouldContain(
            "Naive 1.5 at 32 and 1.5 at 32; Multiply 90 at 32 and 95 at 64; Multiply, 2 threads 170 at 64");
        words.ShouldEndWith("above them FMA peak: 100; FMA peak, 2 threads: 200.");
        page.ShouldContain("FMA peak, 2 threads: 200 GFLOP/s");
    }

    [Fact]
    public void Every_stage_of_the_ladder_can_be_drawn() =>
        Assert.All(
            Ladder.Stages,
            stage =>
                LadderPicture.Of(_ladder with { Rows = [new(stage.Name, "16", 1, 5, 0.05)] }).ToHtml().ShouldContain(
                    stage.Name)
        );

    [Fact]
    public void Training_shows_shares_and_examples_per_second()
    {
        using IDisposable comma = DecimalComma.Begin();
        string page = SpeedPage.Html(_training);

        page.ShouldContain(
            "<td>64-64-10, batch 32, Adam</td><td class=\"number\">1</td><td "
                + "class=\"number\">2,512,346</td><td class=\"number\">42.0%</td>"
        );
        TrainingPicture.Of(_training).AlternativeText.ShouldEndWith(
            "Digits: 42%, 2.51M examples/s; Digits, 2 threads: 20%, 1.00M examples/s.");
    }
}
