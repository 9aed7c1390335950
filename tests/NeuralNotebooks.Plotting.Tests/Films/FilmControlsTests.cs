namespace NeuralNotebooks.Plotting.Tests;

public class FilmControlsTests
{
    [Fact]
    public void A_single_frame_has_no_controls()
    {
        Assert.Equal("", new FilmControls("Frame", ["only"]).ForChart.Controls);
        new FilmControls("Frame", ["first", "second"]).ForChart.Controls.ShouldContain("max=\"1\"");
    }

    [Fact]
    public void The_slider_and_the_drawing_start_at_the_same_frame()
    {
        FilmControls controls = new("Frame", ["first", "second", "third"]);

        Assert.Equal(2, controls.ForChart.Start);
        controls.ForChart.Controls.ShouldContain("value=\"2\"");
        FrameSelection second = (controls with { Start = 1 }).ForChart;
        Assert.Equal(1, second.Start);
        second.Controls.ShouldContain("value=\"1\"");
    }
}
