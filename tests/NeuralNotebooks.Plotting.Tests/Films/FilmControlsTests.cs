namespace NeuralNotebooks.Plotting.Tests;

public class FilmControlsTests
{
    [Fact]
    public void A_single_frame_has_no_controls()
    {
        Assert.Equal("", new FilmControls("Frame", ["only"]).ForChart);
        new FilmControls("Frame", ["first", "second"]).ForChart.ShouldContain("max=\"1\"");
    }

    [Fact]
    public void The_slider_and_the_drawing_start_at_the_same_frame()
    {
        FilmControls controls = new("Frame", ["first", "second", "third"]);

        Assert.Equal(2, controls.Start);
        controls.ForChart.ShouldContain("value=\"2\"");
        (controls with { Start = 1 }).ForChart.ShouldContain("value=\"1\"");
    }
}
