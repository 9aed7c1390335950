namespace NeuralNotebooks.Plotting.Tests;

public class FilmTests
{
    [Fact]
    public void A_film_of_a_single_step_has_no_controls()
    {
        Assert.Equal("", new Film("Frame", ["only"]).Controls);
        new Film("Frame", ["first", "second"]).Controls.ShouldContain("max=\"1\"");
    }
}
