using System.Text;

namespace NeuralNotebooks.Jupyter.Tests;

public class KernelLogTests
{
    [Fact]
    public void An_entry_is_a_line_with_the_time()
    {
        using var stream = new MemoryStream();

        new KernelLog(stream).Write("something happened");

        Assert.Matches(
            @"^\[kernel \d\d:\d\d:\d\d\.\d{3}\] something happened\r?\n$",
            Encoding.UTF8.GetString(stream.ToArray())
        );
    }

    [Fact]
    public void A_log_that_cannot_be_written_is_not_an_error()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Needs /dev/full.");
        using FileStream full = new("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        Assert.Throws<IOException>(() => full.WriteByte(1));

        new KernelLog(full).Write("something happened");
    }
}
