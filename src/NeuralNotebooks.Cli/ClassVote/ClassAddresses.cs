using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using QRCoder;

namespace NeuralNotebooks.Cli;

/// <summary>The addresses at which phones reach the class.</summary>
/// <param name="origin">The address that a proxy has on the internet; null without a proxy.</param>
internal sealed class ClassAddresses(Uri? origin, int port)
{
    /// <summary>The addresses now, since the machine may join a network later: first those of networks that lead
    /// further, which a virtual machine's does not.</summary>
    public IReadOnlyList<string> All =>
        origin is not null ? [origin.ToString()]
        : [.. from network in NetworkInterface.GetAllNetworkInterfaces()
              where network.OperationalStatus == OperationalStatus.Up
                  && network.NetworkInterfaceType is not NetworkInterfaceType.Loopback
              let properties = network.GetIPProperties()
              let isTunnel = network.NetworkInterfaceType is NetworkInterfaceType.Tunnel or NetworkInterfaceType.Ppp
              orderby properties.GatewayAddresses.Count == 0, isTunnel
              from address in properties.UnicastAddresses
              where address.Address.AddressFamily == AddressFamily.InterNetwork
              select $"http://{new IPEndPoint(address.Address, port)}/"];

    /// <summary>The QR code of one of the addresses, as SVG; null for any other text.</summary>
    public string? QrCodeOf(string address, string code)
    {
        if (!All.Contains(address))
            return null;
        using QRCodeData data = new QRCodeGenerator().CreateQrCode($"{address}#{code}", QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(data);
        return drawing.GetGraphic(4, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
