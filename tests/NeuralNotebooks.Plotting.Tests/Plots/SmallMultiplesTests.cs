using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class SmallMultiplesTests
{
    private static readonly double[] _x = [1, 10, 100], _y = [0.1, 1, 10];

    private static Picture Panels(int count, bool log = false) =>
        Plot.SmallMultiples(
            Enumerable.Range(0, count).Select(
                k => ($"panel {k}",
                (IEnumerable<(string, IEnumerable<double>, IEnumerable<double>)>)[("a", _x, _y), ("b", _x, _y)])),
                "step", "loss", logX: log, logY: log);

    [Theory]
    [Cases(1, 2, 3, 4, 7)]
    public void No_two_panels_overlap_on_a_wide_page_or_on_a_narrow_one(int count)
    {
        JsonElement frame = Page.Of(Panels(count)).Frame(0);
        foreach (string part in count == 1 ? new[] { "layout" } : ["layout", "narrow"])
        {
            JsonElement layout = frame.GetProperty(part);
            (double[] X, double[] Y)[] places =
                [.. Enumerable.Range(1, count).Select(k => k == 1 ? "" : $"{k}").Select(k =>
                (Page.Numbers(layout.GetProperty("xaxis" + k).GetProperty("domain")),
                    Page.Numbers(layout.GetProperty("yaxis" + k).GetProperty("domain"))))];
            Assert.All(
                places, place => Assert.True(
                    place.X[0] >= 0 && place.X[1] <= 1.0001 && place.Y[0] >= 0 && place.Y[1] <= 1.0001
                    && place.X[0] < place.X[1] && place.Y[0] < place.Y[1]));
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < i; j++)
                    Assert.True(
                        places[i].X[0] >= places[j].X[1] || places[j].X[0] >= places[i].X[1]
                        || places[i].Y[1] <= places[j].Y[0] || places[j].Y[1] <= places[i].Y[0],
                        $"{part}: {j} and {i}");
            }
            if (part == "narrow")
                Assert.All(places, place => Assert.Equal([0, 1], place.X));
        }
    }
}
