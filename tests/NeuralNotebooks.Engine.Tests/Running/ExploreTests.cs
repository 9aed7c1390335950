namespace NeuralNotebooks.Engine.Tests;
public class ExploreTests(BadNotebooks bad) : IClassFixture<BadNotebooks>
{
    [Fact]
    public void Explore()
    {
        var w = new StringWriter();
        foreach (var f in Directory.GetFiles(bad.Folder, "*.ipynb").Order())
        {
            var r = bad.Run(Path.GetFileNameWithoutExtension(f));
            w.WriteLine($"## {r.FileName} {r.Status} {r.Duration.TotalSeconds:F2} peak {r.PeakMemory>>20}MB  E: {r.Error?.Where} {r.Error?.Name}: {r.Error?.Message} | {r.Error?.SourceLine}");
            foreach (var t in r.Error?.Traceback ?? []) w.WriteLine("    T " + t);
            foreach (var c in r.Cells) { w.WriteLine($"   cell {c.Number} {c.Status} {c.Duration.TotalMilliseconds:F0}"); foreach (var o in c.Outputs) { var s = o.ToString()!; w.WriteLine("        " + (s.Length > 200 ? s[..100] + "..." + s.Length +s[^100..]: s)); } }
        }
        File.WriteAllText("/tmp/explore.txt", w.ToString());
    }
}
