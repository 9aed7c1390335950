namespace NeuralNotebooks.Jupyter.Tests;

public sealed class ConnectionFileTests : FolderedTests
{
    private const string Good =
        """{"shell_port":1,"control_port":2,"stdin_port":3,"iopub_port":4,"hb_port":5,"""
        + """ "ip":"127.0.0.1","transport":"tcp","key":"k","signature_scheme":"hmac-sha256"}""";
    [Fact]
    public void Each_channel_has_its_port()
    {
        ConnectionFile file = Read(Good);

        Assert.Equal(
            "127.0.0.1:1 127.0.0.1:2 127.0.0.1:3 127.0.0.1:4 127.0.0.1:5",
            $"{file.Shell} {file.Control} {file.Stdin} {file.IOPub} {file.Heartbeat}");
    }

    [Theory]
    [Cases(
        "\"k\"", "\"\"", "The key is empty",
        ",\"key\":\"k\"", "", "The key is empty",
        "hmac-sha256", "hmac-md5", "signature_scheme is hmac-md5",
        "\"tcp\"", "\"ipc\"", "transport is ipc",
        "127.0.0.1", "nowhere", "ip is nowhere",
        "\"shell_port\":1,", "", "shell_port is not a port",
        "\"hb_port\":5", "\"hb_port\":70000", "hb_port is not a port",
        "\"k\"", "17", "key is not a string",
        "\"k\"", "\"\\ud800\"", "an unpaired surrogate",
        "\"ip\"", "\"\\ud800\"", "an unpaired surrogate",
        "{", "[", "cannot be used")]
    public void An_unusable_file_is_refused_with_the_reason(string part, string instead, string reason) =>
        Fails.With<ConnectionFileException>(reason, () => Read(Good.Replace(part, instead)));

    [Fact]
    public void A_key_that_is_not_UTF_8_is_refused_and_not_repaired()
    {
        string file = Folder.File("connection.json", "");
        File.WriteAllBytes(
            file, [.. System.Text.Encoding.UTF8.GetBytes(Good).SelectMany(b => b == (byte)'k' ? (byte[])[0xFF] : [b])]);

        Fails.With<ConnectionFileException>("cannot be used", () => ConnectionFile.Read(file));
    }

    [Fact]
    public void A_missing_file_is_reported_and_no_kernel_starts()
    {
        Fails.With<ConnectionFileException>("cannot be read", () => ConnectionFile.Read(Folder.At("none")));
        Assert.Equal(64, KernelProgram.Run(Folder.At("none")));
    }

    private ConnectionFile Read(string json) => ConnectionFile.Read(Folder.File("connection.json", json));
}
