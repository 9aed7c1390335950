namespace NeuralNotebooks.Plotting.Tests;

public class PlotlyLibraryTests
{
    [Fact]
    public void The_version_is_that_of_the_npm_package() =>
        Repository.Read("src/NeuralNotebooks.Plotting/PlotlyJs/package.json").ShouldContain(
            $"\"plotly.js-cartesian-dist-min\": \"{PlotlyLibrary.Version}\"");

    [Fact]
    public void The_file_beside_the_assembly_is_inlined_alone_in_its_element()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(folder, "plotly-cartesian.min.js"), "window.Plotly = '</script>';");

        Assert.Equal(
            $"<script data-nn-plotlyjs=\"{PlotlyLibrary.Version}\">window.Plotly = '<\\/script>';</script>",
            PlotlyLibrary.ElementFrom(folder));
    }

    [Fact]
    public void Without_the_file_the_same_version_is_loaded_over_the_network() =>
        Assert.Equal(
            $"<script data-nn-plotlyjs=\"{PlotlyLibrary.Version}\" "
                + $"src=\"https://cdn.plot.ly/plotly-cartesian-{PlotlyLibrary.Version}.min.js\" "
                + $"charset=\"utf-8\"></script>",
            PlotlyLibrary.ElementFrom(Directory.CreateTempSubdirectory().FullName));

    [Fact]
    public void Only_the_first_picture_includes_plotly_js_and_again_when_it_is_shown_again()
    {
        bool[] isFirst = [.. new[] { "first", "second", "first" }.Select(key =>
            PlotlyLibrary.IsFirst(key, nameof(PlotlyLibraryTests)))];

        Assert.Equal([true, false, true], isFirst);
    }
}
