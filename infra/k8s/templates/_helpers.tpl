{{- define "techbridge.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name }}{{ else }}{{ .Release.Name }}-{{ .Chart.Name }}{{ end }}
{{- end }}

{{/* Takes (root, component name). */}}
{{- define "techbridge.componentName" -}}
{{- include "techbridge.name" (index . 0) }}-{{ index . 1 }}
{{- end }}

{{- define "techbridge.selector" -}}
app.kubernetes.io/name: {{ (index . 0).Chart.Name }}
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{- define "techbridge.metadata" -}}
name: {{ include "techbridge.componentName" . }}
labels:
  {{- include "techbridge.selector" . | nindent 2 }}
  app.kubernetes.io/version: {{ (index . 0).Chart.AppVersion | quote }}
  app.kubernetes.io/part-of: {{ (index . 0).Chart.Name }}
  app.kubernetes.io/managed-by: {{ (index . 0).Release.Service }}
  helm.sh/chart: {{ printf "%s-%s" (index . 0).Chart.Name (index . 0).Chart.Version }}
{{- end }}

{{/* The values of a component: the defaults, and over them its own. As YAML, for fromYaml. */}}
{{- define "techbridge.component" -}}
{{- $root := index . 0 }}
{{- mergeOverwrite (deepCopy $root.Values.defaults) (index $root.Values.components (index . 1)) | toYaml }}
{{- end }}

{{/* The plain settings of a component, as YAML. */}}
{{- define "techbridge.settings" -}}
{{- $root := index . 0 }}
{{- $name := index . 1 }}
{{- with $root.Values }}
{{- if eq $name "gateway" }}
{{- range $other, $_ := .components }}
{{- if ne $other "gateway" }}
{{ upper $other | replace "-" "_" }}_URL: http://{{ include "techbridge.componentName" (list $root $other) }}:8080
{{- end }}
{{- end }}
{{- else }}
{{- $engines := (index .components $name).engines }}
SERVICE: {{ $name }}
AUTH_ISSUER: {{ required "auth.issuer: set it to the issuer of your tokens" .auth.issuer | quote }}
AUTH_AUDIENCE: {{ .auth.audience | quote }}
AUTH_JWKS_URL: {{ required "auth.jwksUrl: set it to where your issuer publishes its keys" .auth.jwksUrl | quote }}
# Whose X-Forwarded-For is believed: the gateway, and the ingress in front of it.
TRUST_PROXY: {{ ternary "2" "1" .ingress.enabled | quote }}
{{- if has "kafka" $engines }}
{{- with .engines.kafka }}
KAFKA_BROKERS: {{ required "engines.kafka.brokers: set it to host:port of your brokers" .brokers | quote }}
KAFKA_REPLICAS: {{ .replicas | quote }}
KAFKA_SSL: {{ ternary "1" "0" .tls.enabled | quote }}
{{- if ne .sasl.mechanism "none" }}
{{- if or .tls.enabled .sasl.username }}
KAFKA_SASL_MECHANISM: {{ .sasl.mechanism }}
KAFKA_SASL_USERNAME: {{ required "engines.kafka.sasl.username: set it to the user of the services, or engines.kafka.sasl.mechanism to none" .sasl.username | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if has "mongodb" $engines }}
{{- with .engines.mongodb }}
MONGODB_TLS: {{ ternary "1" "0" .tls.enabled | quote }}
{{- if not .uriSecretKey }}
MONGODB_URI: {{ required "engines.mongodb.uriSecretKey: set it to the key of existingSecret that has the address of your replica set, or engines.mongodb.uri to one without a password" .uri | quote }}
{{- if and .tls.enabled (not .tls.certKeySecretKey) }}
{{- fail "engines.mongodb.uri: signs nobody in; name an address with a password in engines.mongodb.uriSecretKey or a certificate in engines.mongodb.tls.certKeySecretKey, or set engines.mongodb.tls.enabled to false" }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if has "elasticsearch" $engines }}
{{- with .engines.elasticsearch }}
{{- if not .urlSecretKey }}
ELASTICSEARCH_URL: {{ required "engines.elasticsearch.url: set it to the address of your cluster, or engines.elasticsearch.urlSecretKey to the key of existingSecret that has it" .url | quote }}
{{- if and .tls.enabled (not (hasPrefix "https://" .url)) }}
{{- fail "engines.elasticsearch.url: must be https://, or set engines.elasticsearch.tls.enabled to false" }}
{{- end }}
{{- if and .tls.enabled (not (or .apiKeySecretKey .passwordSecretKey)) }}
{{- fail "engines.elasticsearch.apiKeySecretKey: set it to the key of existingSecret that has the API key, or username and passwordSecretKey, or engines.elasticsearch.tls.enabled to false" }}
{{- end }}
{{- end }}
{{- with .username }}
ELASTICSEARCH_USERNAME: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- if eq $name "matching" }}
{{- with .embeddings }}
{{- if .server.url }}
EMBEDDINGS_URL: {{ .server.url | quote }}
EMBEDDINGS_MODEL: {{ required "embeddings.server.model: set it to the model that the server has" .server.model | quote }}
EMBEDDINGS_DIMENSION: {{ .server.dimension | quote }}
EMBEDDINGS_SHARE_TEXTS: "1"
{{- else if .model }}
MODEL_DIR: /models/e5-small
{{- end }}
{{- end }}
{{- end }}
{{- if has $name (list "offers" "needs") }}
{{- with .translation }}
{{- if .url }}
TRANSLATION_URL: {{ .url | quote }}
TRANSLATION_PROTOCOL: {{ .protocol }}
{{- if eq .protocol "openai" }}
TRANSLATION_MODEL: {{ required "translation.model: set it to the model that translates" .model | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- range $setting, $file := include "techbridge.files" (list $root $name) | fromYaml }}
{{ $setting }}: {{ printf "/etc/techbridge/credentials/%s" $file.path }}
{{- end }}
{{- with .telemetry.endpoint }}
OTEL_EXPORTER_OTLP_ENDPOINT: {{ . | quote }}
# By this the autoscaler tells releases apart.
OTEL_SERVICE_NAME: {{ include "techbridge.componentName" $ }}
{{- end }}
{{- range $setting, $value := .settings }}
{{ $setting }}: {{ $value | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* The keys of the Secret that a component is given, by setting, as YAML. */}}
{{- define "techbridge.secretKeys" -}}
{{- with (index . 0).Values }}
{{- $engines := (index .components (index $ 1)).engines }}
{{- if $engines }}
SECRET: SECRET
{{- if has "kafka" $engines }}
{{- with .engines.kafka }}
{{- if and (ne .sasl.mechanism "none") (or .tls.enabled .sasl.username) }}
KAFKA_SASL_PASSWORD: {{ required "engines.kafka.sasl.passwordSecretKey: set it to the key of existingSecret that has the password" .sasl.passwordSecretKey }}
{{- end }}
{{- end }}
{{- end }}
{{- if and (has "mongodb" $engines) .engines.mongodb.uriSecretKey }}
MONGODB_URI: {{ .engines.mongodb.uriSecretKey }}
{{- end }}
{{- if has "elasticsearch" $engines }}
{{- with .engines.elasticsearch }}
{{- with .urlSecretKey }}
ELASTICSEARCH_URL: {{ . }}
{{- end }}
{{- with .apiKeySecretKey }}
ELASTICSEARCH_API_KEY: {{ . }}
{{- end }}
{{- with .passwordSecretKey }}
ELASTICSEARCH_PASSWORD: {{ . }}
{{- end }}
{{- end }}
{{- end }}
{{- if and (eq (index $ 1) "matching") .embeddings.server.url }}
{{- with .embeddings.server.keySecretKey }}
EMBEDDINGS_API_KEY: {{ . }}
{{- end }}
{{- end }}
{{- if and (has (index $ 1) (list "offers" "needs")) .translation.url }}
{{- with .translation.keySecretKey }}
TRANSLATION_KEY: {{ . }}
{{- end }}
{{- end }}
{{- with .telemetry.headersSecretKey }}
OTEL_EXPORTER_OTLP_HEADERS: {{ . }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* The files that a component is given from the Secret: by setting, the key and the name of the file, as YAML. */}}
{{- define "techbridge.files" -}}
{{- with (index . 0).Values }}
{{- $engines := (index .components (index $ 1)).engines | default list }}
{{- $files := dict }}
{{- if and (has "kafka" $engines) .engines.kafka.tls.enabled }}
{{- $_ := set $files "KAFKA_SSL_CA_FILE" (dict "key" .engines.kafka.tls.caSecretKey "path" "kafka-ca.pem") }}
{{- $_ := set $files "KAFKA_SSL_CERT_FILE" (dict "key" .engines.kafka.tls.certSecretKey "path" "kafka-client.pem") }}
{{- $_ := set $files "KAFKA_SSL_KEY_FILE" (dict "key" .engines.kafka.tls.keySecretKey "path" "kafka-client-key.pem") }}
{{- end }}
{{- if and (has "mongodb" $engines) .engines.mongodb.tls.enabled }}
{{- $_ := set $files "MONGODB_TLS_CA_FILE" (dict "key" .engines.mongodb.tls.caSecretKey "path" "mongodb-ca.pem") }}
{{- $_ := set $files "MONGODB_TLS_CERT_KEY_FILE" (dict "key" .engines.mongodb.tls.certKeySecretKey "path" "mongodb-client.pem") }}
{{- end }}
{{- if and (has "elasticsearch" $engines) .engines.elasticsearch.tls.enabled }}
{{- $_ := set $files "ELASTICSEARCH_CA_FILE" (dict "key" .engines.elasticsearch.tls.caSecretKey "path" "elasticsearch-ca.pem") }}
{{- end }}
{{- range $setting, $file := $files }}
{{- if $file.key }}
{{ $setting }}: {{ $file | toJson }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* The port of a URL. */}}
{{- define "techbridge.portOf" -}}
{{- $url := urlParse . }}
{{- regexFind "[0-9]+$" (regexFind ":[0-9]+$" $url.host) | default (ternary "443" "80" (eq $url.scheme "https")) }}
{{- end }}

{{/* The ports to which a kind of egress goes by the addresses in the values, as YAML list. Takes (root, kind). */}}
{{- define "techbridge.egressPorts" -}}
{{- $kind := index . 1 }}
{{- with (index . 0).Values }}
{{- $ports := (index .networkPolicy.egress $kind).ports }}
{{- if not $ports }}
{{- if eq $kind "kafka" }}{{ $ports = regexFindAll ":[0-9]+" .engines.kafka.brokers -1 | join "" | trimPrefix ":" | splitList ":" | uniq }}{{ end }}
{{- if eq $kind "mongodb" }}{{ $ports = list 27017 }}{{ end }}
{{- if eq $kind "elasticsearch" }}{{ $ports = list (ternary (include "techbridge.portOf" .engines.elasticsearch.url) 9200 (ne .engines.elasticsearch.url "")) }}{{ end }}
{{- if eq $kind "issuer" }}{{ $ports = list (include "techbridge.portOf" .auth.jwksUrl) }}{{ end }}
{{- if eq $kind "embeddings" }}{{ $ports = list (include "techbridge.portOf" .embeddings.server.url) }}{{ end }}
{{- if eq $kind "translation" }}{{ $ports = list (include "techbridge.portOf" .translation.url) }}{{ end }}
{{- if eq $kind "telemetry" }}{{ $ports = list (include "techbridge.portOf" .telemetry.endpoint) }}{{ end }}
{{- end }}
{{- range $ports }}
- {{ . }}
{{- end }}
{{- end }}
{{- end }}
